import { expect, test } from "vitest";

import { understandFailure } from "./server-failure";

const understand = (output: string) =>
  understandFailure({ output, clusterDirectory: "/data/postgres", logPath: "/data/server.log" });

test.each([
  ["a busy port", 'could not bind IPv4 address "127.0.0.1": Address already in use', "other-port"],
  [
    "shared memory that is still held",
    "FATAL:  pre-existing shared memory block (key 1) is still in use",
    "wait",
  ],
  [
    "a rival that starts the same cluster",
    'FATAL:  lock file "postmaster.pid" already exists',
    "wait",
  ],
])("it does not trouble anyone with %s", (_, output, next) => {
  expect(understand(output)).toEqual({ next });
});

test.each([
  [
    "a full disk",
    "PANIC:  could not write to file: No space left on device",
    /is full.*Free some space/,
  ],
  [
    "little shared memory",
    "FATAL:  could not resize shared memory segment: No space left on device",
    /memory.*--shm-size/,
  ],
  [
    "a closed directory",
    'FATAL:  could not open directory "base": Permission denied',
    /may not use.*could not open.*Give/,
  ],
  [
    "another major version",
    "FATAL:  database files are incompatible with server",
    /another major version.*pg_dump/,
  ],
  ["a broken setting", "FATAL:  invalid value for parameter", /invalid value.*\/data\/server\.log/],
])("it names the remedy for %s", (_, output, message) => {
  const failure = understand(output);
  expect(failure).toMatchObject({
    next: "give-up",
    error: { message: expect.stringMatching(message) },
  });
});
