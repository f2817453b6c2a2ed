import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

type Rounds = readonly {
  train: readonly (readonly [index: number, type: string])[];
  test: readonly number[];
}[];

/**
 * Returns the types that TF-IDF and a linear SVM find, by round. They run in scikit-learn, with the interpreter that `PYTHON` names. Returns
 * null and says so where there is none.
 */
export async function svmTypes(
  texts: readonly string[],
  rounds: Rounds,
): Promise<string[][] | null> {
  const script = fileURLToPath(new URL("svm-peer.py", import.meta.url));
  const child = spawn(process.env.PYTHON ?? "python3", [script], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify({ texts, rounds }));
  const ended = new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  const [answer, , isWell] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (isWell) return JSON.parse(answer);
  console.error("No scikit-learn was found: set PYTHON to an interpreter that has it.");
  return null;
}
