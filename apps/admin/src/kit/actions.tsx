"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Kbd } from "@besunny/ui/display/kbd";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Tabs } from "@besunny/ui/layout/tabs";
import {
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from "@besunny/ui/overlays/menu";
import { ChevronDown, Download, RotateCcw, Trash2, Upload } from "lucide-react";
import { useState } from "react";

import { Specimen } from "./specimen";

export function Actions() {
  const [range, setRange] = useState("7");
  const [tab, setTab] = useState("facts");
  const [isShown, setIsShown] = useState(true);

  return (
    <>
      {(["primary", "secondary", "ghost", "danger"] as const).map((variant) => (
        <Specimen key={variant} name={`Button, ${variant}`}>
          <Button variant={variant}>Retry 12 files</Button>
          <Button variant={variant} icon={<Upload aria-hidden />}>
            Upload
          </Button>
          <Button variant={variant} size="sm">
            Small
          </Button>
          <Button variant={variant} size="lg">
            Large
          </Button>
          <Button variant={variant} loading>
            Working
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
        </Specimen>
      ))}
      <Specimen name="IconButton">
        <IconButton label="Download" shortcut="d" icon={<Download />} />
        <IconButton label="Pressed" aria-pressed icon={<RotateCcw />} />
        <IconButton label="Loading" loading icon={<RotateCcw />} />
        <IconButton label="Disabled" disabled icon={<Trash2 />} />
        <Kbd>⌘K</Kbd>
      </Specimen>
      <Specimen name="Menu">
        <Menu
          trigger={
            <Button>
              Open <ChevronDown aria-hidden />
            </Button>
          }
        >
          <MenuLabel>With these documents</MenuLabel>
          <MenuItem icon={<RotateCcw />} shortcut="r">
            Read again
          </MenuItem>
          <MenuItem icon={<Download />} disabled>
            Download
          </MenuItem>
          <MenuSeparator />
          <MenuCheckboxItem checked={isShown} onCheckedChange={setIsShown} count={12}>
            Contract
          </MenuCheckboxItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger>
            Delete for good
          </MenuItem>
        </Menu>
      </Specimen>
      <Specimen name="SegmentedControl">
        <SegmentedControl
          label="Range"
          value={range}
          options={[
            { value: "1", label: "1 d" },
            { value: "7", label: "7 d" },
            { value: "30", label: "30 d" },
          ]}
          onChange={setRange}
        />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Panels"
          className="w-full"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "facts", label: "Facts", count: 7, content: <p className="py-3">Facts</p> },
            { value: "text", label: "Text", content: <p className="py-3">Text</p> },
            { value: "timeline", label: "Timeline", content: <p className="py-3">Timeline</p> },
          ]}
        />
      </Specimen>
    </>
  );
}
