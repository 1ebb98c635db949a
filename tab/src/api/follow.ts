import type { UseMutationResult } from '@tanstack/react-query';

/**
 * Sends a change and then does what follows, even when the part of the page that asked is gone by then:
 * TanStack Query forgets `onSuccess` of a component that its own change has taken away.
 * A refusal is left to who shows `mutation.error`.
 */
export function follow<Answer, Input>(
  mutation: UseMutationResult<Answer, Error, Input>,
  input: Input,
  then: (answer: Answer) => void,
): void {
  mutation.mutateAsync(input).then(then, () => undefined);
}
