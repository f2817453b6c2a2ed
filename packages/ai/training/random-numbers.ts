/** Returns numbers from 0 to 1, the same for the same seed, so that a model can be trained again bit by bit. */
export function randomNumbers(seed: number): () => number {
  let state = (Math.abs(seed) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
