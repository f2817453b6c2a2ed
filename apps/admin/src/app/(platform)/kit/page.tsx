import type { Metadata } from "next";

import { Kit } from "~/kit/kit";

export const metadata: Metadata = { title: "Kit" };

export default function KitPage() {
  return <Kit />;
}
