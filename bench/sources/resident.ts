const MEGABYTE = 1024 ** 2;

/** Runs a piece of work, and returns how long it took and by how much the memory of this process grew at most. */
export async function watched<Result>(act: () => Promise<Result>) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  try {
    const result = await act();
    most = Math.max(most, process.memoryUsage().rss);
    return {
      result,
      seconds: (performance.now() - began) / 1000,
      megabytes: (most - before) / MEGABYTE,
    };
  } finally {
    clearInterval(timer);
  }
}
