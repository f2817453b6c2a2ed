import { expect, test } from "vitest";

import { cookieNames } from "./cookie-names";

test("over https every cookie is bound to the host, over http none claims to be", () => {
  const { isSecure, ...secure } = cookieNames("web", "https://besunny.example");
  expect(isSecure).toBe(true);
  for (const name of Object.values(secure)) expect(name).toMatch(/^__Host-besunny\./);
  expect(cookieNames("web", "http://localhost:3000")).toEqual({
    isSecure: false,
    session: "besunny.session",
    csrf: "besunny.csrf",
    callback: "besunny.callback",
    device: "besunny.device",
    challenge: "besunny.challenge",
    browser: "besunny.sso",
  });
});

test("the apps share no name, nor is one the beginning of another", () => {
  const names = (["web", "admin"] as const).flatMap((app) => {
    const { isSecure: _, ...named } = cookieNames(app, "http://localhost");
    return Object.values(named);
  });
  for (const name of names) expect(names.filter((other) => other.startsWith(name))).toEqual([name]);
});
