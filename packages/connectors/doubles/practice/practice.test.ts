import { afterEach, expect, it } from "vitest";

import type { Doubles } from "../serving/server";
import { startPractice } from "./practice";

let doubles: Doubles | null = null;
afterEach(async () => {
  await doubles?.close();
  doubles = null;
});

const start = async (given: Parameters<typeof startPractice>[0] = {}) => {
  doubles = await startPractice(given);
  return doubles;
};

it("shows the people, drives and mails of the world on a page", async () => {
  const { url, world } = await start();
  const response = await fetch(url);
  expect(response.headers.get("content-type")).toContain("text/html");
  const page = await response.text();
  for (const { address } of world.people.values()) expect(page).toContain(address);
  for (const { name } of world.drives.values()) expect(page).toContain(name);
});

it("changes the world by what its buttons send", async () => {
  const { url, world } = await start();
  const page = await (await fetch(url)).text();
  const sent = [...page.matchAll(/data-command="([^"]+)"/g)]
    .map(([, text = ""]) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)))
    .find((text) => text.includes('"renameFile"'));
  const command = (sent ?? "").replace("?", "Renamed by hand.txt");
  const answer = await fetch(`${url}/__world`, { method: "POST", body: command });
  expect(answer.status).toBe(200);
  expect([...world.files.values()].map(({ name }) => name)).toContain("Renamed by hand.txt");
});

it("writes names as text, whatever they hold", async () => {
  const { url, world } = await start();
  const [drive] = world.drives.values();
  world.addFile({ driveId: drive?.id ?? "", name: "<script>alert(1)</script>" });
  expect(await (await fetch(url)).text()).not.toContain("<script>alert(1)");
});

it("serves each provider's sign-in and API at one address", async () => {
  const { url } = await start();
  const paths = [
    "/oauth/google/authorize",
    "/oauth/microsoft/authorize",
    "/oauth/dropbox/authorize",
    "/drive/v3/about",
    "/v1.0/me",
  ];
  const statuses = await Promise.all(
    paths.map(async (path) => (await fetch(`${url}${path}`)).status),
  );
  // A sign-in without a client is a bad request, and an API without a token is refused: both are there.
  expect(statuses).toEqual([400, 400, 400, 401, 401]);
});

it("has as many more files as were asked for", async () => {
  const { world } = await start({ files: 1200 });
  expect([...world.files.values()].filter(({ name }) => /^File \d{6}/.test(name))).toHaveLength(
    1200,
  );
});
