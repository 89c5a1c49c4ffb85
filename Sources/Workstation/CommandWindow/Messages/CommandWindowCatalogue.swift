public import Ledger

extension Message {
  /// Everything the command window of PC1 says, in the order of the ledger.
  public static let commandWindowCatalogue: [Message] = [
    // The window
    unknownCommand, syntaxIncorrect, unexpected, lineTooLong, more, invalidSwitch, versionIs,
    helpHint, helpEntry, helpUnknown, echoState, variableNotDefined, noRoomForVariable, pressKey,
    // Files and folders
    fileNotFound, pathNotFound, driveNotFound, networkPathNotFound, accessDenied,
    nameSyntaxIncorrect, alreadyExists, diskFull, directoryNameInvalid, couldNotFind,
    duplicateName, directoryNotEmpty, folderExists, errorWhileProcessing, typeHeading,
    deleteQuestion, removeQuestion, inUse, notEnoughStorage,
    // copy
    copyName, copied, copyOntoItself, overwriteQuestion,
    // dir
    dirVolume, dirSerial, dirHeading, dirFile, dirFolder, dirFiles, dirFolders, dirNothing,
  ]
}

extension Drive.Failure {
  /// What the command window says.
  var text: String {
    switch self {
    case .notFound: Message.fileNotFound()
    case .pathNotFound: Message.pathNotFound()
    case .accessDenied: Message.accessDenied()
    case .invalidName: Message.nameSyntaxIncorrect()
    case .exists: Message.alreadyExists()
    case .full: Message.diskFull()
    }
  }
}
