/** Something a person can put right. The message says what is wrong and what to do. */
export class Obstacle extends Error {
  constructor(what, remedy) {
    super(remedy ? `${what}\n  ${remedy}` : what);
    this.name = "Obstacle";
  }
}

/** One line of progress. */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/** Whole seconds since `start` (milliseconds), as words. */
export function took(start) {
  return `${Math.max(1, Math.round((Date.now() - start) / 1000))} s`;
}

const remedies = {
  ENOSPC: "The disk is full: free some space and start again; nothing is lost.",
  EACCES:
    "Give that file or folder to the user who starts BeSunny (`chown -R`), or set BESUNNY_DATA_DIR to another.",
  EPERM:
    "Give that file or folder to the user who starts BeSunny (`chown -R`), or set BESUNNY_DATA_DIR to another.",
  EROFS: "The disk is mounted read-only: set BESUNNY_DATA_DIR to a folder that can be written.",
};

/** Tells a person about an error: plainly when it is theirs to mend, with the stack when it is ours. */
export function tell(error) {
  const remedy = remedies[error.code];
  if (error.name === "Obstacle") process.stderr.write(error.message ? `\n${error.message}\n` : "");
  else if (remedy) process.stderr.write(`\n${error.message}\n  ${remedy}\n`);
  else
    process.stderr.write(
      `\nThis is a fault of BeSunny itself; please report it.\n${error.stack}\n`,
    );
}
