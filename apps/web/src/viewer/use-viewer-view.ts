"use client";

import { useState } from "react";

import { type Rotation, turnedRight } from "./pages/page-view";

const least = 0.25;
const most = 5;

/** Keeps the way in which the pages of the open document are shown. It is forgotten with the document. */
export function useViewerView() {
  const [fit, setFit] = useState<"width" | "page">("width");
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState<Rotation>(0);
  const [isStripOpen, setIsStripOpen] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);

  return {
    fit,
    zoom,
    rotation,
    isStripOpen,
    isPrinting,
    zoomBy: (factor: number) =>
      setZoom((before) => Math.min(most, Math.max(least, Math.round(before * factor * 100) / 100))),
    fitTo(next: "width" | "page") {
      setFit(next);
      setZoom(1);
    },
    rotate: () => setRotation(turnedRight),
    toggleStrip: () => setIsStripOpen((before) => !before),
    print: () => setIsPrinting(true),
    endPrinting: () => setIsPrinting(false),
  };
}

export type ViewerView = ReturnType<typeof useViewerView>;
