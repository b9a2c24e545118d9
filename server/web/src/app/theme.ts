import { Anchor, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const ember: MantineColorsTuple = [
  "#fdf3ec",
  "#f8e3d4",
  "#f0c8ab",
  "#e9b089",
  "#e09a68",
  "#d07338",
  "#b85a24",
  "#a1491b",
  "#843a16",
  "#672d12",
];

const moss: MantineColorsTuple = [
  "#f1f5ec",
  "#e0e9d6",
  "#c4d5b0",
  "#a9c28d",
  "#93b173",
  "#718f51",
  "#5a763d",
  "#4a6332",
  "#3c5029",
  "#2e3e20",
];

const paper: MantineColorsTuple = [
  "#faf6f0",
  "#f3ece3",
  "#e9dfd2",
  "#dacdbc",
  "#c0b09d",
  "#9a8a7a",
  "#6b5e52",
  "#544940",
  "#3d342d",
  "#2a231e",
];

const night: MantineColorsTuple = [
  "#ebe3da",
  "#d2c7bb",
  "#b3a699",
  "#8a7d70",
  "#51473e",
  "#3c342d",
  "#2d2723",
  "#241f1b",
  "#1b1714",
  "#120f0d",
];

const brick: MantineColorsTuple = [
  "#fdf0ee",
  "#f9dcd8",
  "#f0b8b0",
  "#e79388",
  "#dc6a5c",
  "#cc4a3a",
  "#b53628",
  "#a3261c",
  "#841d15",
  "#66150f",
];

const amber: MantineColorsTuple = [
  "#fdf5e4",
  "#f8e8c4",
  "#efd292",
  "#e4b95c",
  "#d79f33",
  "#bd8418",
  "#99690f",
  "#7d540a",
  "#644207",
  "#4b3104",
];

const sans =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const serif =
  'Georgia, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "STSong", "SimSun", "Noto Serif", serif';

export const theme = createTheme({
  primaryColor: "ember",
  primaryShade: 7,
  colors: { ember, moss, red: brick, yellow: amber, gray: paper, dark: night },
  white: "#fffdfa",
  black: "#2a231e",
  fontFamily: sans,
  fontSizes: { xs: "0.8125rem", sm: "0.9rem", md: "1rem", lg: "1.125rem", xl: "1.3rem" },
  lineHeights: { xs: "1.5", sm: "1.6", md: "1.7", lg: "1.7", xl: "1.6" },
  headings: { fontFamily: serif, fontWeight: "600", sizes: { h1: { fontSize: "1.6rem" }, h2: { fontSize: "1.2rem" }, h3: { fontSize: "1.05rem" } } },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  // Links stand within sentences all over the product: colour alone would not tell them apart.
  // A link that is a line of its own says underline="hover" where it stands.
  components: { Anchor: Anchor.extend({ defaultProps: { underline: "always" } }) },
});

export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--page": "#faf6f0",
    "--edge": "#e4d9cb",
    "--quiet": "#f5eee5",
    "--glow": "#fbeadd",
    "--mark": "#fbe0b5",
    "--fine": "#4a6332",
    "--mantine-color-body": "#fffdfa",
    "--mantine-color-dimmed": "#6b5e52",
    "--mantine-color-placeholder": "#7a6c5f",
    "--mantine-color-error": "#a3261c",
  },
  dark: {
    "--page": "#1b1714",
    "--edge": "#3c342d",
    "--quiet": "#2d2723",
    "--glow": "#3a2a20",
    "--mark": "#5d4416",
    "--fine": "#a9c28d",
    "--mantine-color-body": "#241f1b",
    "--mantine-color-dimmed": "#b3a699",
    "--mantine-color-placeholder": "#9c8f82",
    "--mantine-color-error": "#f0948a",
  },
});
