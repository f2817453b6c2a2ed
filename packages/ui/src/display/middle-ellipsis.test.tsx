// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { MiddleEllipsis } from "./middle-ellipsis";

afterEach(cleanup);

test("a long name is one name to those who hear it, and keeps its end for those who see it", () => {
  const name = "Agreement between the parties for the joint Development Agreement";
  render(
    <a href="/x">
      <MiddleEllipsis text={name} />
    </a>,
  );

  const link = screen.getByRole("link", { name });
  const [head, tail] = link.querySelectorAll("[aria-hidden] > span");
  expect(tail?.textContent).toBe(" Agreement".padStart(12, "nt"));
  expect(`${head?.textContent}${tail?.textContent}`).toBe(name);
});

test("a short name is not cut", () => {
  const { container } = render(<MiddleEllipsis text="Lease 2026" />);
  expect(container.querySelectorAll("[aria-hidden] > span")).toHaveLength(1);
});
