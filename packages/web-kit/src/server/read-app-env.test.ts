import { expect, test } from "vitest";

import { readAppEnv } from "./read-app-env";

const read = (variables: Record<string, string>) =>
  readAppEnv(variables, { url: "WEB_URL", host: "BIND_HOST", port: "WEB_PORT", usualPort: 3000 });

test("an app without variables listens on this machine alone, on its usual port", () => {
  const usual = { isDevelopment: false, isHttps: false, host: "127.0.0.1", port: 3000 };
  expect(read({})).toEqual(usual);
  expect(read({ WEB_URL: "", BIND_HOST: "", WEB_PORT: "", PORT: "" })).toEqual(usual);
});

test("the port of the platform wins over the port of the app", () => {
  expect(read({ WEB_PORT: "4300" }).port).toBe(4300);
  expect(read({ WEB_PORT: "4300", PORT: "8080" }).port).toBe(8080);
});

test("only an https address makes the app secure", () => {
  expect(read({ WEB_URL: "https://besunny.example" }).isHttps).toBe(true);
  expect(read({ WEB_URL: "http://besunny.example" }).isHttps).toBe(false);
});

test("development is only what is named so", () => {
  expect(read({ NODE_ENV: "development" }).isDevelopment).toBe(true);
  expect(read({ NODE_ENV: "production" }).isDevelopment).toBe(false);
});
