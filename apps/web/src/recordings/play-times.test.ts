// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";

import { playTimes } from "./play-times";

test("each time button plays the recording from its time and has a name; without a player there is none to press", () => {
  const body = document.createElement("article");
  body.innerHTML =
    '<p><button type="button" data-ms="65000" data-time="1:05"></button>The <b>rent</b> is due.</p>';
  const onPlay = vi.fn();

  const end = playTimes(body, { words: (time) => `Play from ${time}`, onPlay });
  const button = body.querySelector("button");
  button?.click();
  body.querySelector("b")?.click();

  expect(onPlay.mock.calls).toEqual([[65_000]]);
  expect(button?.getAttribute("aria-label")).toBe("Play from 1:05");
  expect(body.dataset.playable).toBe("");
  end();
  button?.click();
  expect(onPlay).toHaveBeenCalledTimes(1);
  expect(body.dataset.playable).toBeUndefined();
});
