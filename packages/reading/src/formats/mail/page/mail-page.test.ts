import { load } from "cheerio";
import { expect, test } from "vitest";
import { noMessage } from "../message";
import { mailPage } from "./mail-page";

const pageOf = (html: string, given: Partial<ReturnType<typeof noMessage>> = {}) =>
  mailPage({ ...noMessage(), html, ...given }) ?? "";

test("nothing of a mail acts, and its links open apart", () => {
  const page = pageOf(`<p onclick="x()" style="color:red">Rent <a href="javascript:x()">a</a>
    <a href="https://example.com/">b</a></p><script>x()</script><iframe src="https://x.example"></iframe>
    <form action="https://x.example"><input name="a"><button>Pay</button></form>
    <meta http-equiv="refresh" content="0;url=https://x.example"><object data="x"></object>
    <svg><script>x()</script></svg><link rel="stylesheet" href="https://x.example/a.css">
    <base href="https://x.example"><img src="javascript:x()"><img src=x onerror="x()">`);
  const $ = load(page);
  expect($("script,iframe,form,input,button,object,svg,link,meta[http-equiv]").length).toBe(0);
  expect(page).not.toMatch(/javascript:|onclick|onerror/);
  expect(
    $("base")
      .toArray()
      .map((each) => $(each).attr()),
  ).toEqual([{ target: "_blank" }]);
  expect($("p").attr("style")).toBe("color:red");
  expect($("a[href]").attr()).toMatchObject({
    href: "https://example.com/",
    rel: "noopener noreferrer nofollow",
  });
});

test("a style cannot leave its element", () => {
  const page = pageOf(
    "<style>p{color:red}</style><style><!--</style><script>x()</script>--></style>Rent",
  );
  expect(load(page)("script").length).toBe(0);
});

test("pictures of the mail are in the page, and remote ones keep their address", () => {
  const bytes = Buffer.from("picture");
  const part = { fileName: "a.png", mediaType: "image/png", bytes, isInline: true };
  const page = pageOf(
    'Rent<img src="cid:a@x"><img src="https://x.example/b.png"><img src="cid:no">',
    {
      parts: [{ ...part, contentId: "a@x" }],
    },
  );
  const $ = load(page);
  expect(
    $("img")
      .toArray()
      .map((each) => $(each).attr("src")),
  ).toEqual([
    `data:image/png;base64,${bytes.toString("base64")}`,
    "https://x.example/b.png",
    undefined,
  ]);
});

test.each([
  [
    "Gmail",
    '<div>Yes.</div><div class="gmail_quote">On Monday, Bo wrote: <blockquote>Rent?</blockquote></div>',
  ],
  [
    "Apple Mail",
    '<div>Yes.</div><blockquote type="cite">Rent? <blockquote type="cite">Old</blockquote></blockquote>',
  ],
  [
    "Outlook",
    '<div>Yes.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Bo</div><p>Rent?</p>',
  ],
])("an earlier mail that %s quotes is folded", (_, html) => {
  const $ = load(pageOf(html));
  expect($("details").length).toBe(1);
  expect($("details").text()).toContain("Rent?");
  expect($("body").children().first().text()).toBe("Yes.");
});

test("a mail that only forwards another stays open", () => {
  expect(pageOf('<div class="gmail_quote">Forwarded: rent is due</div>')).not.toContain(
    "<details>",
  );
});

test("a mail without HTML has no page", () => {
  expect(mailPage({ ...noMessage(), text: "Rent" })).toBeNull();
  expect(mailPage({ ...noMessage(), html: "<style>p{}</style><p> </p>" })).toBeNull();
});
