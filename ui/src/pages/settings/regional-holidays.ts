import { useLocalStorage } from "@mantine/hooks";

/** Whether the holidays of Alsace and Moselle alone count too: the same answer wherever holidays are shown. */
export const useRegionalHolidays = () =>
  useLocalStorage({ key: "regional-holidays", defaultValue: false, getInitialValueInEffect: false });
