/** Lines that the frame takes from the screen: header, rule, status, footer. */
export const FRAME_LINES = 4
