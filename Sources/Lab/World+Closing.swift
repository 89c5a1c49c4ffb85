import Appliance
import Workstation

extension World {
  /// Takes all its machines out of service: whoever came over the network is gone, and so is whoever
  /// comes by a connection from before.
  package func close() {
    for appliance in appliances.values { appliance.close() }
    workstation.close()
  }
}
