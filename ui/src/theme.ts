import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorScheme,
  type MantineColorSchemeManager,
} from "@mantine/core";

const font = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  fontFamily: font,
  headings: {
    fontFamily: font,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  primaryColor: "indigo",
  // White on indigo-6 is 4.32:1; 7 and 8 pass 4.5:1.
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "14px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  colors: {
    dark: [
      "#d5d7da",
      "#b4b7bd",
      "#9a9ea6",
      "#6c7078",
      "#3f434a",
      "#33363d",
      "#282b31",
      "#1c1e23",
      "#15171b",
      "#101215",
    ],
  },
  components: {
    Button: { defaultProps: { size: "sm" } },
    // Where nothing was entered, an example in red looks like what is wrong with it.
    Input: { styles: { input: { "--input-placeholder-color": "var(--mantine-color-placeholder)" } } },
    TextInput: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        centered: true,
        // The smallest window is 600 pixels high: a form needs them more than the page behind it.
        yOffset: "2dvh",
        padding: "lg",
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
        // A <header> in a dialog counts as a banner of the page: two windows would be two.
        attributes: { header: { role: "none" } },
      },
      styles: {
        title: { fontWeight: 650, fontSize: "1.0625rem" },
        // Above the reminders at the foot of the window.
        inner: { paddingBottom: "calc(var(--modal-y-offset) + var(--notices-height, 0px))" },
        content: { maxHeight: "calc(100dvh - var(--modal-y-offset) * 2 - var(--notices-height, 0px))" },
      },
    },
    Kbd: { styles: { root: { fontFamily: font, fontWeight: 550, fontVariantNumeric: "tabular-nums" } } },
    Notification: { styles: { root: { maxWidth: 440 }, description: { color: "var(--mantine-color-text)" } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    // The placeholder is a focusable child that a menu may not have.
    Menu: { defaultProps: { shadow: "md", transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1d2129",
    "--mantine-color-dimmed": "#5a616b",
    "--mantine-color-placeholder": "#6b727c",
    "--mantine-color-error": "#b42323",
    "--mantine-color-default-border": "#d3d7dd",
    "--mantine-color-anchor": "#3b5bdb",
    // What a warning is called, on its own light ground: the library's words are 2.69:1 and 3.62:1.
    "--mantine-color-yellow-light-color": "#9a5b00",
    "--mantine-color-orange-light-color": "#9a5b00",
  },
  dark: {
    "--mantine-color-body": "#1c1e23",
    "--mantine-color-text": "#e3e5e8",
    "--mantine-color-dimmed": "#a3a8b1",
    "--mantine-color-placeholder": "#8d929b",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-default-border": "#3f434a",
    "--mantine-color-anchor": "#91a7ff",
    // The accent's words: buttons without a frame, badges. The library takes them for nearly white.
    "--mantine-color-indigo-light-color": "#bac8ff",
  },
});

/**
 * The window opens in the theme that the coach chose and says so on the page's root; until the agenda is read there is
 * nothing else to go by. The page remembers nothing itself: the agenda and the window do.
 */
export function wornAtOpening(root: Pick<HTMLElement, "dataset">): MantineColorSchemeManager {
  const worn = root.dataset.mantineColorScheme as MantineColorScheme | undefined;
  const nothing = () => {};
  return { get: (usual) => worn ?? usual, set: nothing, subscribe: nothing, unsubscribe: nothing, clear: nothing };
}
