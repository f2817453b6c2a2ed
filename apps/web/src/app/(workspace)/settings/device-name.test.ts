import { expect, test } from "vitest";

import { deviceName } from "./device-name";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge, Windows",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
    "Chrome, Linux",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
    "Safari, iPhone",
  ],
  ["curl/8.0", null],
])("it names a device so that its owner knows which session to end: %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
