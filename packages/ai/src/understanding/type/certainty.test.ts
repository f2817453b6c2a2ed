import { expect, test } from "vitest";
import { certaintyOf } from "./certainty";

test("scores of a text in a language that the model does not know are trusted less", async () => {
  const minutes =
    "Biên bản họp ngày 12 tháng 3. Thành phần tham dự: bà Nguyễn Thị Lan, ông Trần Văn Minh. Cuộc họp đã thảo luận về ngân sách " +
    "năm tới và quyết định hoãn việc mua sắm thiết bị mới cho đến khi có báo cáo của kế toán.";
  expect(await certaintyOf(minutes)).toBeLessThan(1);
});

test.each([
  ["English", "The committee discussed the budget for next year and decided to wait."],
  ["Danish", "Bestyrelsen drøftede budgettet for det kommende år og besluttede at vente."],
  ["no language", "4711 | 12,00 | 13.05.2024"],
])("%s is trusted as it is", async (_, text) => {
  expect(await certaintyOf(text)).toBe(1);
});
