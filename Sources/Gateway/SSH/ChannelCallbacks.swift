import CSSH
import Glibc

/// How libssh tells a channel what its client does. The callbacks only take notes.
enum ChannelCallbacks {
  /// Has libssh call `channel`, which must outlive `callbacks`.
  static func install(
    _ callbacks: UnsafeMutablePointer<ssh_channel_callbacks_struct>, for channel: Channel
  ) {
    callbacks.pointee.size = MemoryLayout<ssh_channel_callbacks_struct>.size
    callbacks.pointee.userdata = Unmanaged.passUnretained(channel).toOpaque()
    callbacks.pointee.channel_data_function = { _, _, data, count, isError, context in
      guard let data, isError == 0 else { return Int32(clamping: count) }
      let bytes = UnsafeRawBufferPointer(start: data, count: Int(count))
      return Int32(clamping: ChannelCallbacks.channel(context)?.receive(bytes) ?? 0)
    }
    callbacks.pointee.channel_eof_function = { _, _, context in
      ChannelCallbacks.channel(context)?.endInput()
    }
    callbacks.pointee.channel_close_function = { _, _, context in
      ChannelCallbacks.channel(context)?.close()
    }
    callbacks.pointee.channel_signal_function = { _, _, name, context in
      guard let name, strcmp(name, "INT") == 0 else { return }
      ChannelCallbacks.channel(context)?.interrupt()
    }
    callbacks.pointee.channel_pty_request_function = { _, _, kind, columns, rows, _, _, context in
      granted(
        ChannelCallbacks.channel(context)?.setTerminal(
          TerminalSize(columns: Int(columns)), kind: kind.map { String(cString: $0) } ?? ""))
    }
    callbacks.pointee.channel_env_request_function = { _, _, name, value, context in
      guard let name, let value else { return refused }
      return granted(
        ChannelCallbacks.channel(context)?.setVariable(
          String(cString: name), to: String(cString: value)))
    }
    callbacks.pointee.channel_pty_window_change_function = { _, _, columns, rows, _, _, context in
      ChannelCallbacks.channel(context)?.resize(TerminalSize(columns: Int(columns)))
      return 0
    }
    callbacks.pointee.channel_shell_request_function = { _, _, context in
      granted(ChannelCallbacks.channel(context)?.start(.shell))
    }
    callbacks.pointee.channel_exec_request_function = { _, _, command, context in
      guard let command else { return refused }
      return granted(
        ChannelCallbacks.channel(context)?.start(.command(String(cString: command))))
    }
    callbacks.pointee.channel_subsystem_request_function = { _, _, name, context in
      guard let name, strcmp(name, "sftp") == 0 else { return refused }
      return granted(ChannelCallbacks.channel(context)?.start(.fileTransfer))
    }
    ssh_set_channel_callbacks(channel.pointer, callbacks)
  }

  private static func channel(_ context: UnsafeMutableRawPointer?) -> Channel? {
    context.map { Unmanaged<Channel>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// libssh's word for a request that is not granted.
private let refused: Int32 = 1

private func granted(_ isGranted: Bool?) -> Int32 { isGranted == true ? 0 : refused }
