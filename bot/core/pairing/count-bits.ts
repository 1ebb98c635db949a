/**
 * How many bits are set in both of two rows of words. Four words at a time are added bit by bit, and only what is
 * carried to the fours is counted: half the work of counting each (Warren, Hacker's Delight 5-1, Harley and Seal).
 */
export function countBoth(own: Int32Array, others: Int32Array): number {
  let [ofOnes, ofTwos, fours] = [0, 0, 0];
  const whole = own.length - (own.length % 4);
  for (let at = 0; at < whole; at += 4) {
    const first = (own[at] ?? 0) & (others[at] ?? 0);
    const second = (own[at + 1] ?? 0) & (others[at + 1] ?? 0);
    const third = (own[at + 2] ?? 0) & (others[at + 2] ?? 0);
    const fourth = (own[at + 3] ?? 0) & (others[at + 3] ?? 0);
    let half = ofOnes ^ first;
    const twos = (ofOnes & first) | (half & second);
    ofOnes = half ^ second;
    half = ofOnes ^ third;
    const moreTwos = (ofOnes & third) | (half & fourth);
    ofOnes = half ^ fourth;
    half = ofTwos ^ twos;
    fours += ones((ofTwos & twos) | (half & moreTwos));
    ofTwos = half ^ moreTwos;
  }
  let count = 4 * fours + 2 * ones(ofTwos) + ones(ofOnes);
  for (let at = whole; at < own.length; at += 1) count += ones((own[at] ?? 0) & (others[at] ?? 0));
  return count;
}

/** How many bits of a word are set, summed up in ever wider fields (Warren, Hacker's Delight 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
