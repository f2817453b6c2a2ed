// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";

import { Tabs } from "./tabs";

afterEach(cleanup);

function Page() {
  const [value, setValue] = useState("about");
  return (
    <Tabs
      label="Document"
      value={value}
      onChange={setValue}
      tabs={[
        { value: "about", label: "About", content: "Its facts" },
        { value: "text", label: "Text", count: 3, content: "Its words" },
        { value: "timeline", label: "Timeline", content: "Its way" },
      ]}
    />
  );
}

const shown = () => screen.getByRole("tabpanel").textContent;

test("it shows the view of the chosen tab alone", async () => {
  render(<Page />);
  expect(shown()).toBe("Its facts");
  await userEvent.click(screen.getByRole("tab", { name: "Text 3" }));
  expect(shown()).toBe("Its words");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Text3");
});

test("the arrow keys move over the tabs and round", async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.tab();
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("Its words");
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(shown()).toBe("Its way");
});
