// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import messages from "../../messages/en.json";
import { SignInForm } from "./sign-in-form";

type Outcome = { ok: boolean; error: string | null };

const signIn = vi.hoisted(() => vi.fn<(kind: string, given: object) => Promise<Outcome>>());
vi.mock("next-auth/react", () => ({ signIn }));

const goTo = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(window.location, "assign").mockImplementation(goTo);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function submitted(outcome: Outcome | Error, next?: string) {
  if (outcome instanceof Error) signIn.mockRejectedValueOnce(outcome);
  else signIn.mockResolvedValueOnce(outcome);
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <SignInForm next={next} lead="For admins." links={<p>New here?</p>} />
    </NextIntlClientProvider>,
  );
  fireEvent.change(screen.getByLabelText("Email"), { target: { value: "ada@example.com" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "long enough" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => expect(signIn).toHaveBeenCalledTimes(1));
}

const said = () => vi.waitFor(() => screen.getByRole("alert").textContent);

test("it hands email and password on, and loads the page that was asked for", async () => {
  await submitted({ ok: true, error: null }, "/library?status=failed");
  const given = { email: "ada@example.com", password: "long enough", redirect: false };
  expect(signIn).toHaveBeenCalledWith("credentials", given);
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith("/library?status=failed"));
});

test.each(["//evil.example", "https://evil.example", "javascript:alert(1)", undefined])(
  "it never leads to another site: %s",
  async (next) => {
    await submitted({ ok: true, error: null }, next);
    await vi.waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith("/"));
  },
);

test("a wrong password can be corrected at once", async () => {
  await submitted({ ok: false, error: "CredentialsSignin" });
  expect(await said()).toBe(messages.signIn.refused);
  expect(screen.getByRole("button", { name: "Sign in" }).hasAttribute("disabled")).toBe(false);
  expect(goTo).not.toHaveBeenCalled();
});

test("the server's own words are shown", async () => {
  await submitted({ ok: false, error: "This account is closed." });
  expect(await said()).toBe("This account is closed.");
});

test("a server that does not answer is named", async () => {
  await submitted(new TypeError("fetch failed"));
  expect(await said()).toBe(messages.signIn.unreachable);
});

test("after too many attempts the button says how long to wait", async () => {
  await submitted({ ok: false, error: "wait:40" });
  expect(await said()).toBe(messages.signIn.wait);
  const button = await vi.waitFor(() => screen.getByRole("button", { name: "Try again in 40 s" }));
  expect(button.hasAttribute("disabled")).toBe(true);
});

test("a long wait is said in minutes", async () => {
  await submitted({ ok: false, error: "wait:840" });
  await vi.waitFor(() => screen.getByRole("button", { name: "Try again in 14 min" }));
});

test("there is a way back for people who forgot their password", async () => {
  await submitted({ ok: true, error: null });
  const link = screen.getByRole("link", { name: "Forgot password?" });
  expect(link.getAttribute("href")).toBe("/forgot-password");
});
