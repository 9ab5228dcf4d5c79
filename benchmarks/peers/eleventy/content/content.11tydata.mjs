// Where an item is published follows from where its file lies.
export default {
  layout: "item.njk",
  permalink: (data) => `${data.page.filePathStem.replace(/^\/content\/(pages\/)?/, "/")}/index.html`,
};
