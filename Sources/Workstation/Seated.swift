package import Console

/// A mode of PC1 whose names of files are those of one of its folders: a command window, or a program
/// that has a folder of its own.
package protocol Seated: Mode {
  /// The folder.
  var folder: WindowsPath { get }
}
