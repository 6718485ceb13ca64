// Styles for what a hand does with the pictures, and for the rooms that the parts of free exploration will fill.

export const HAND_STYLES = `
.picture { cursor: grab; touch-action: pan-y; }
.picture.map { touch-action: pan-x pan-y; }
.picture.is-over { cursor: pointer; }
.picture.is-dragging { cursor: grabbing; }
.ties-room { min-block-size: 341px; }
.map-room { min-block-size: 104px; margin-block-end: 8px; }
.map-end { min-block-size: 60px; }
.find-part { min-block-size: 710px; }
@media (pointer: coarse) {
  .map-room { min-block-size: 120px; }
}
.explore-failed :is(.ties-room, .map-room, .map-end, .find-part) { display: none; }
@container (min-width: 37.5em) {
  .ties-room { min-block-size: 224px; }
}
@container (min-width: 56.25em) {
  .find-part { grid-column: 1 / -1; }
}
@media print { .ties-room, .map-room, .map-end, .find-part { display: none; } }
`;
