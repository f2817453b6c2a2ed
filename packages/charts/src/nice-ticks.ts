const MOST_STEPS = 5;

/**
 * Returns at most six values of an axis, such as 0, 50, 100. The last is the first round value that is not below `most`. Steps are 1, 2 or 5
 * times a power of ten, and never below `least`.
 */
export function niceTicks(most: number, least = 1): number[] {
  const wanted = Math.max(most, least) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(
    least,
    [1, 2, 5, 10].map((times) => times * power).find((each) => each >= wanted) ?? 10 * power,
  );
  const steps = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, place) => place * step);
}
