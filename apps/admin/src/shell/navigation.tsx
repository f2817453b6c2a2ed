import {
  Activity,
  Building2,
  CalendarClock,
  ChartColumnBig,
  ChartSpline,
  Coins,
  Component,
  FileChartColumn,
  FileCheck2,
  FileText,
  FlaskConical,
  LayoutDashboard,
  Plug,
  Receipt,
  ScrollText,
  SearchCheck,
  ServerCog,
  Tags,
  ToggleRight,
  Users,
  Waves,
} from "lucide-react";

/** The rooms of the admin app, in the order of the sidebar. `key` follows `g`. Rooms of a `group` are under its heading. */
export const rooms = [
  { name: "overview", href: "/", key: "o", icon: LayoutDashboard },
  { name: "dashboards", href: "/dashboards", key: "h", icon: ChartColumnBig },
  { name: "documents", href: "/documents", key: "d", icon: FileText },
  { name: "operations", href: "/operations", key: "r", icon: Activity },
  { name: "workspaces", href: "/workspaces", key: "w", icon: Building2 },
  { name: "people", href: "/people", key: "p", icon: Users },
  { name: "search", href: "/search", key: "s", icon: SearchCheck },
  { name: "connectors", href: "/connectors", key: "i", icon: Plug },
  { name: "drift", href: "/models/drift", key: "m", icon: Waves, group: "models" },
  {
    name: "dataQuality",
    href: "/models/data-quality",
    key: "q",
    icon: FileCheck2,
    group: "models",
  },
  { name: "labels", href: "/models/labels", key: "l", icon: Tags, group: "models" },
  { name: "models", href: "/models", key: "e", icon: FlaskConical, group: "models" },
  { name: "cost", href: "/models/cost", key: "b", icon: Coins, group: "models" },
  { name: "reports", href: "/reports", key: "t", icon: FileChartColumn },
  { name: "forecasts", href: "/forecasts", key: "n", icon: ChartSpline },
  { name: "billing", href: "/billing", key: "g", icon: Receipt },
  { name: "schedules", href: "/schedules", key: "c", icon: CalendarClock },
  { name: "audit", href: "/audit", key: "a", icon: ScrollText },
  { name: "flags", href: "/flags", key: "f", icon: ToggleRight },
  { name: "system", href: "/system", key: "y", icon: ServerCog },
  { name: "kit", href: "/kit", key: "k", icon: Component },
] as const;

/** The number of rooms that a narrow screen has place for; the menu offers the others. */
export const roomsInBar = 4;

/** Returns whether a path is in a room, and in none whose address goes on from it. */
export function isIn(href: string, path: string): boolean {
  const isBelow = (each: string) => each !== "/" && path.startsWith(`${each}/`);
  if (href === path) return true;
  return (
    isBelow(href) &&
    !rooms.some(
      (room) => room.href.startsWith(`${href}/`) && (room.href === path || isBelow(room.href)),
    )
  );
}

/** Returns true for the first room of a group, which has the group's heading over it. */
export function beginsGroup(place: number): boolean {
  return groupAt(place) !== null && groupAt(place) !== groupAt(place - 1);
}

/** Returns true for the last room of a group. */
export function endsGroup(place: number): boolean {
  return groupAt(place) !== null && groupAt(place) !== groupAt(place + 1);
}

function groupAt(place: number): string | null {
  const room = rooms[place];
  return room && "group" in room ? room.group : null;
}
