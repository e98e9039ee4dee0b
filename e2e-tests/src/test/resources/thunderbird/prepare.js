// Takes in the authority and the keys; answers the names of the people whose keys it has now.
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
certificates.addCertFromBase64(arguments[0], "CTu,CTu,CTu");
for (const path of arguments[1]) {
  const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  certificates.importPKCS12File(file, arguments[2]);
}
return certificates.getCerts().map((each) => each.commonName);
