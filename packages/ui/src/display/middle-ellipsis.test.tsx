// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { MiddleEllipsis } from "./middle-ellipsis";

afterEach(cleanup);

test("keeps the end of a long name, and all of it as its tooltip", () => {
  const name = "Emerald Health Sciences and Dr. Murray Development Agreement.pdf";
  render(<MiddleEllipsis text={name} />);

  const shown = screen.getByTitle(name);
  expect(shown.textContent).toBe(name);
  expect(shown.lastElementChild?.textContent).toBe("nt Agreement.pdf".slice(-16));
  expect(shown.firstElementChild?.className).toContain("truncate");
});

test("does not cut a short name, or a letter of two code units", () => {
  render(<MiddleEllipsis text="Lease 2026" />);
  expect(screen.getByTitle("Lease 2026").children).toHaveLength(1);

  const name = `${"a".repeat(10)}${"🦆".repeat(20)}`;
  render(<MiddleEllipsis text={name} />);
  expect(screen.getByTitle(name).lastElementChild?.textContent).toBe("🦆".repeat(16));
});
