// Opens a message in a window of its own; gives its words and the states that its security icons show.
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(arguments[0]);
const uri = Services.io
  .newFileURI(file)
  .mutate()
  .setQuery("type=application/x-message-display")
  .finalize();
const opened = Services.wm
  .getMostRecentWindow("mail:3pane")
  .openDialog(
    "chrome://messenger/content/messageWindow.xhtml",
    "_blank",
    "all,chrome,dialog=no,status,toolbar",
    uri,
  );
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
try {
  for (let i = 0; i < 100; i++) {
    await pause(50);
    const browser = opened.document?.getElementById("messageBrowser")?.contentWindow;
    const pane = browser?.document.getElementById("messagepane")?.contentDocument;
    if (pane?.readyState !== "complete" || !pane.body?.textContent.trim()) continue;
    // The states come after the words.
    for (
      let j = 0;
      j < 40 && browser.gSignatureStatus === -1 && browser.gEncryptionStatus === -1;
      j++
    ) {
      await pause(50);
    }
    await pause(100);
    return {
      text: pane.body.textContent,
      signature: browser.gSignatureStatus,
      encryption: browser.gEncryptionStatus,
    };
  }
  throw new Error("the message is not shown");
} finally {
  opened.close();
}
