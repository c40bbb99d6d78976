// Names the feed of this view for feed readers.
function announceFeed() {
  let link = document.head.querySelector("link[rel=alternate]");
  if (!link) {
    link = document.createElement("link");
    Object.assign(link, { rel: "alternate", type: "application/atom+xml", title: "Changes" });
    document.head.append(link);
  }
  link.href = new URL(`feeds/changes.atom${window.location.search}`, document.baseURI).href;
}
