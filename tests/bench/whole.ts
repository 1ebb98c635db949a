/** A whole number of an option. @throws Error naming the option, where it is none or below `least`. */
export function whole(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new Error(`--${option} is a whole number from ${least} on, not ${text}`);
  }
  return number;
}
