// A hyphen that is typed among parties becomes their dash.
function dash(event) {
  const field = event.target;
  if (!field.closest?.(".st-key-view_parties") || !event.data?.includes("-")) return;
  event.preventDefault();
  document.execCommand("insertText", false, event.data.replaceAll("-", "–"));
}
