package import Ledger

/// What the command window of PC1, cmd.exe, says.
package enum CmdMessages: Catalogue {
  package static let product = "cmd"

  /// Everything the command window says, in the order of the ledger.
  package static var sayings: [Saying] {
    // The window
    unknownCommand
    syntaxIncorrect
    unexpected
    lineTooLong
    more
    invalidSwitch
    errorInVariable
    versionIs
    helpHint
    helpEntry
    helpUnknown
    echoState
    variableNotDefined
    noRoomForVariable
    pressKey
    // Files and folders
    fileNotFound
    pathNotFound
    driveNotFound
    networkPathNotFound
    accessDenied
    nameSyntaxIncorrect
    alreadyExists
    diskFull
    directoryNameInvalid
    couldNotFind
    duplicateName
    directoryNotEmpty
    folderExists
    errorWhileProcessing
    typeHeading
    deleteQuestion
    removeQuestion
    inUse
    notEnoughStorage
    // copy
    copyName
    copied
    copyOntoItself
    overwriteQuestion
    // dir
    dirVolume
    dirSerial
    dirHeading
    dirFile
    dirFolder
    dirFiles
    dirFolders
    dirNothing
  }
}

extension DriveFault {
  /// What the command window says.
  var saying: Saying {
    switch self {
    case .notFound: CmdMessages.fileNotFound
    case .pathNotFound: CmdMessages.pathNotFound
    case .accessDenied: CmdMessages.accessDenied
    case .invalidName: CmdMessages.nameSyntaxIncorrect
    case .exists: CmdMessages.alreadyExists
    case .full: CmdMessages.diskFull
    }
  }
}
