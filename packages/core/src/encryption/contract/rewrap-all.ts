import type { KeyTree, WrappedKey } from "../../context";

const AT_ONCE = 200;

/** Wraps every key with the current main key. It may stop anywhere and begin again: what is wrapped already is left out. */
export async function rewrapAll(keyTree: KeyTree): Promise<{ rewrapped: number; failed: number }> {
  const sum = { rewrapped: 0, failed: 0 };
  let after: WrappedKey | null = null;
  do {
    const part: Awaited<ReturnType<KeyTree["rewrap"]>> = await keyTree.rewrap({
      after,
      limit: AT_ONCE,
    });
    sum.rewrapped += part.rewrapped;
    sum.failed += part.failed;
    after = part.next;
  } while (after);
  return sum;
}
