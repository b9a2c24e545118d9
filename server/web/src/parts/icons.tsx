const paths = {
  queue: "M4 6h16M4 12h10M4 18h7M17 15l2 2 4-4",
  duty: "M5 5h14v15H5zM5 9h14M9 3v4M15 3v4M12 12v3l2 1.5",
  review: "M9 12l2 2 4-5M6 3h9l4 4v14H6z",
  room: "M4 5h16v11H9l-5 4z",
  ask: "M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  library: "M5 4h4v16H5zM10 4h4v16h-4zM15.5 5l3.5-1 3 15-3.5 1z",
  upkeep: "M12 21v-9M12 12c0-4 3-6 7-6 0 4-3 6-7 6M12 15c0-3-2.500-5-6-5 0 3 2.500 5 6 5",
  questions: "M4 5h16v11H9l-5 4zM12 8v3M12 13v.01",
  import: "M12 3v12M7 10l5 5 5-5M4 20h16",
  paste: "M9 4h6v3H9zM7 5H5v16h14V5h-2M9 12h6M9 16h4",
  members: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 5a3 3 0 0 1 0 6M17.5 14.5c2 .8 3.5 2.800 3.5 5.5",
  me: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20c0-3.900 3-6.500 7-6.500s7 2.600 7 6.500",
  pains: "M12 3l9 16H3zM12 10v4M12 16.500v.01",
  health: "M4 20V4M4 20h16M7 15l4-5 3 3 5-7",
  quiet: "M4 10v4h4l5 4V6L8 10zM17 10l4 4M21 10l-4 4",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  outward: "M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5",
  doctor: "M3 12h4l2-6 4 12 2-6h6",
  new: "M12 5v14M5 12h14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  up: "M6 14l6-6 6 6",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M9 7l-5 5 5 5M4 12h9a7 7 0 0 1 7 7",
  face: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 10v.01M15 10v.01M8.5 14.5c2 2 5 2 7 0",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  recall: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  back: "M14 6l-6 6 6 6",
  thread: "M6 4v9a4 4 0 0 0 4 4h9M6 8h13M15 13l4 4-4 4",
  move: "M4 6h8M4 12h5M4 18h8M14 12h7M18 8.500l3.500 3.500-3.500 3.500",
  heart: "M12 20s-7.500-4.500-7.500-10a4.200 4.200 0 0 1 7.500-2.500A4.200 4.200 0 0 1 19.500 10c0 5.500-7.500 10-7.500 10",
  flag: "M6 21V4M6 5h11l-2 4 2 4H6",
  ear: "M7 9a5 5 0 0 1 10 0c0 4-4 4.500-4 8a3 3 0 0 1-5.500 1.500M10 9a2 2 0 0 1 4 0c0 1.500-1 2-1.500 3",
  leave: "M10 4H5v16h5M15 8l4 4-4 4M9 12h10",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={name === "more" ? 3 : 1.7} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

export function Pot({ size = 26 }: { size?: number }) {
  return <img src="/pot.svg" width={size} height={size} alt="" />;
}
