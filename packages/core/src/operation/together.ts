type Reading = { running: Promise<unknown>; next: Promise<unknown> | null };

const ofOwners = new WeakMap<object, Map<string, Reading>>();

/**
 * Answers calls of the same key by one reading, if they come while another runs. That reading begins after they came, so no answer is older
 * than its question. The key must name all that the answer depends on. Readings of different owners are never shared.
 */
export function together<T>(owner: object, key: string, read: () => Promise<T>): Promise<T> {
  const readings = ofOwners.get(owner) ?? new Map<string, Reading>();
  ofOwners.set(owner, readings);

  function begin(): Promise<T> {
    const running = read();
    const reading: Reading = { running, next: null };
    readings.set(key, reading);
    const end = () => {
      if (readings.get(key) === reading && reading.next === null) readings.delete(key);
    };
    running.then(end, end);
    return running;
  }

  const now = readings.get(key);
  if (!now) return begin();
  now.next ??= now.running.then(begin, begin);
  // The key names the operation, whose readings are all of one type.
  return now.next as Promise<T>;
}
