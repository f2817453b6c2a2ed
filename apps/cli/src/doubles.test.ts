import { expect, it } from "vitest";

import { doubles, welcome } from "./doubles";

it("names the variables that the product reads", () => {
  const lines = welcome("http://127.0.0.1:4010");
  expect(lines).toContain("  DOUBLES=1");
  expect(lines).toContain("  DOUBLES_URL=http://127.0.0.1:4010");
});

it("says which option is no number", async () => {
  await expect(doubles({ port: "all" }, () => {})).rejects.toThrow("--port must be a number");
  await expect(doubles({ files: "-1" }, () => {})).rejects.toThrow("--files must be a number");
});

it("runs until it is stopped", async () => {
  const said: string[] = [];
  const ended = doubles({ port: "0" }, (line) => said.push(line));
  await expect.poll(() => said.length).toBeGreaterThan(0);
  const url = /http:\S+/.exec(said[0] ?? "")?.[0] ?? "";
  expect((await fetch(`${url}/__world`)).status).toBe(200);
  process.emit("SIGTERM");
  await ended;
  await expect(fetch(`${url}/__world`)).rejects.toThrow();
});
