import { expect, test } from "vitest";

import { readEnv } from "../env";
import { settingsOf, withoutSecrets } from "./settings";

const env = {
  ...readEnv(),
  DATABASE_URL: "postgresql://owner:s3cret-pass@db.example.com:5432/besunny?sslpassword=other-pass",
  OPENAI_API_KEY: "sk-very-secret",
  SMTP_URL: "smtp://user:mail-pass@mail.example.com:587",
  AUTH_SECRET: undefined,
  ENCRYPTION_KEY_BEFORE: ["an-old-key", "an-older-key"],
};
const given = new Set(["DATABASE_URL", "OPENAI_API_KEY", "SMTP_URL"]);
const settings = settingsOf(env, given, { WEB_URL: "http://localhost:3000" });
const of = (name: string) => settings.find((each) => each.name === name);

test("no secret and no password of an address leaves the server", () => {
  const told = JSON.stringify(settings);
  for (const secret of ["s3cret-pass", "other-pass", "sk-very-secret", "mail-pass"])
    expect(told).not.toContain(secret);
  expect(of("DATABASE_URL")?.value).toBe("postgresql://db.example.com:5432/besunny");
  expect(of("OPENAI_API_KEY")).toEqual({
    name: "OPENAI_API_KEY",
    value: null,
    source: "environment",
    isSecret: true,
  });
});

test("it tells what somebody set from what BeSunny chose or made", () => {
  expect(of("AUTH_SECRET")?.source).toBe("generated");
  expect(of("WEB_PORT")).toMatchObject({ value: "3000", source: "default" });
  expect(of("WEB_URL")).toMatchObject({ value: "http://localhost:3000", source: "default" });
  expect(of("REDIS_URL")).toMatchObject({ value: null, source: "none" });
});

test("an error that repeats a password is told without it", () => {
  const message = `could not connect to ${env.DATABASE_URL}: s3cret-pass, an-older-key and sk-very-secret refused`;
  expect(withoutSecrets(message, env)).toBe("could not connect to •••: •••, ••• and ••• refused");
});
