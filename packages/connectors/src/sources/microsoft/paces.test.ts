import { expect, test } from "vitest";

import { costOf } from "./paces";

test.each([
  ["/v1.0/drives/d/root/delta?token=abc", "files", 1],
  ["/v1.0/drives/d/root/delta?$top=1000", "files", 2],
  ["/v1.0/drives/d/items/i", "files", 1],
  ["/v1.0/drives/d/items/i/content", "files", 1],
  ["/v1.0/drives/d/items/i/children", "files", 2],
  ["/v1.0/drives/d/root/search(q='a')", "files", 2],
  ["/v1.0/drives/d/items/i/permissions", "files", 5],
  ["/v1.0/sites?search=*", "files", 2],
  ["/v1.0/me/mailFolders/f/messages/delta", "outlook", 1],
  ["/v1.0/me/calendars/c/calendarView/delta", "outlook", 1],
  ["/v1.0/me", "other", 1],
])("the request %s costs its lane %s %i", (path, lane, units) => {
  expect(costOf(`https://graph.microsoft.com${path}`)).toEqual({ lane, units });
});
