import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { readEnv } from "./env";

beforeEach(() => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("JOBS_ENGINE", "inngest");
  vi.stubEnv("INNGEST_EVENT_KEY", "event-key");
  vi.stubEnv("INNGEST_SIGNING_KEY", "signkey-prod-00");
  vi.stubEnv("INNGEST_DEV", "");
});
afterEach(() => vi.unstubAllEnvs());

test("production on Inngest's server starts with both keys", () => {
  expect(readEnv().JOBS_ENGINE).toBe("inngest");
  vi.stubEnv("INNGEST_DEV", "0");
  expect(readEnv().INNGEST_DEV).toBe("0");
});

test.each(["1", "true", "http://127.0.0.1:8288"])("production refuses INNGEST_DEV=%s", (value) => {
  vi.stubEnv("INNGEST_DEV", value);
  expect(readEnv).toThrow(/INNGEST_DEV: turns signatures off/);
});

test.each(["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"])(
  "production refuses a missing %s",
  (name) => {
    vi.stubEnv(name, "");
    expect(readEnv).toThrow(`${name}: is needed by JOBS_ENGINE=inngest`);
  },
);

test("neither the embedded engine nor development asks for them", () => {
  vi.stubEnv("INNGEST_EVENT_KEY", "");
  vi.stubEnv("INNGEST_DEV", "1");
  vi.stubEnv("JOBS_ENGINE", "embedded");
  expect(readEnv().JOBS_ENGINE).toBe("embedded");
  vi.stubEnv("JOBS_ENGINE", "inngest");
  vi.stubEnv("NODE_ENV", "development");
  expect(readEnv().INNGEST_DEV).toBe("1");
});

test("no hosted model is named unless a person names one", () => {
  vi.stubEnv("OPENAI_MODEL", "");
  expect(readEnv()).not.toHaveProperty("OPENAI_MODEL", expect.any(String));
  vi.stubEnv("OPENAI_EMBEDDING_DIMENSIONS", "many");
  expect(readEnv).toThrow(/OPENAI_EMBEDDING_DIMENSIONS/);
});

test("who may sign up is everybody, nobody, or domains with commas between them", () => {
  expect(readEnv().SIGN_UP).toBe("open");
  vi.stubEnv("SIGN_UP", "closed");
  expect(readEnv().SIGN_UP).toBe("closed");
  vi.stubEnv("SIGN_UP", "Mill.example, inn.example");
  expect(readEnv().SIGN_UP).toEqual(["mill.example", "inn.example"]);
  for (const wrong of ["nobody", "ada@mill.example", "mill.example,", "*.example"]) {
    vi.stubEnv("SIGN_UP", wrong);
    expect(readEnv).toThrow(/SIGN_UP: needs open, closed, or domains/);
  }
});

test("no proxy is trusted unless their number is set, and sessions idle for a fortnight", () => {
  expect(readEnv()).toMatchObject({ TRUSTED_PROXIES: 0, SESSION_IDLE_DAYS: 14 });
  vi.stubEnv("TRUSTED_PROXIES", "2");
  expect(readEnv().TRUSTED_PROXIES).toBe(2);
  vi.stubEnv("TRUSTED_PROXIES", "all");
  expect(readEnv).toThrow(/TRUSTED_PROXIES/);
});

test("languages of scans are codes with commas between them", () => {
  expect(readEnv().OCR_LANGUAGES).toEqual(["eng"]);
  vi.stubEnv("OCR_LANGUAGES", "deu,eng");
  expect(readEnv().OCR_LANGUAGES).toEqual(["deu", "eng"]);
  vi.stubEnv("OCR_LANGUAGES", "German");
  expect(readEnv).toThrow(/OCR_LANGUAGES: needs codes/);
});

test("a language that nobody has a model of is named beside whatever else is wrong, with those there are", () => {
  vi.stubEnv("OCR_LANGUAGES", "eng,xyz");
  vi.stubEnv("WEB_PORT", "none");
  expect(readEnv).toThrow(
    /WEB_PORT: .*OCR_LANGUAGES: .*"xyz"; there are deu, eng, fra, ita, por, spa,/s,
  );
});

test("everything listens on this machine alone unless an address is given", () => {
  expect(readEnv()).toMatchObject({ BIND_HOST: "127.0.0.1", ADMIN_BIND_HOST: "127.0.0.1" });
  for (const host of ["0.0.0.0", "::", "localhost", "192.168.1.7"]) {
    vi.stubEnv("BIND_HOST", host);
    expect(readEnv().BIND_HOST).toBe(host);
  }
  vi.stubEnv("BIND_HOST", "http://here");
  expect(readEnv).toThrow(/BIND_HOST: needs an address of this machine/);
});

test("keys are 32 bytes in base64, and several old ones stand with commas between them", () => {
  const keys = ["A", "B"].map((letter) => `${letter.repeat(43)}=`);
  vi.stubEnv("ENCRYPTION_KEY", keys[0]);
  vi.stubEnv("ENCRYPTION_KEY_BEFORE", keys.join(", "));
  expect(readEnv()).toMatchObject({ ENCRYPTION_KEY: keys[0], ENCRYPTION_KEY_BEFORE: keys });
  vi.stubEnv("ENCRYPTION_KEY", "c2hvcnQ=");
  expect(readEnv).toThrow(/ENCRYPTION_KEY: needs 32 bytes/);
});

test.each([
  ["AUTH_SECRET", "thirty-one characters are short"],
  ["METRICS_TOKEN", "fifteen-letters"],
])("a %s that could be guessed is refused", (name, value) => {
  vi.stubEnv(name, value);
  expect(readEnv).toThrow(new RegExp(`${name}: needs at least`));
});

test("recordings are sent nowhere until somebody names a model and a server", () => {
  vi.stubEnv("TRANSCRIPTION_URL", "http://127.0.0.1:8000/v1");
  expect(readEnv).toThrow(/TRANSCRIPTION_MODEL: is needed by TRANSCRIPTION_URL/);
  vi.stubEnv("TRANSCRIPTION_MODEL", "base");
  expect(readEnv()).toMatchObject({ TRANSCRIPTION_MODEL: "base" });
  vi.stubEnv("TRANSCRIPTION_URL", "");
  expect(readEnv).toThrow(/TRANSCRIPTION_MODEL: needs TRANSCRIPTION_URL/);
  vi.stubEnv("OPENAI_API_KEY", "sk-test");
  expect(readEnv()).toMatchObject({ TRANSCRIPTION_MODEL: "base" });
});
