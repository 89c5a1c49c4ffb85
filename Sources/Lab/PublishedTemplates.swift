import Authority

extension Description.AuthorityDescription {
  /// The templates it publishes, `template` first.
  var publishedTemplates: [CertificateTemplate] {
    let own = templates.first { $0.key.lowercased() == template.lowercased() }
    let others = templates.filter { $0.key != own?.key }.sorted { $0.key < $1.key }
    return [published(template, own?.value)] + others.map { published($0.key, $0.value) }
  }

  private func published(
    _ name: String, _ own: Description.TemplateTerms?
  ) -> CertificateTemplate {
    let defaults = CertificateTemplate(name: name)
    let algorithm = own?.algorithm ?? terms.algorithm ?? defaults.algorithm
    // A smallest key belongs to a kind of key: of another kind the authority's says nothing.
    let isOfAuthority = algorithm == terms.algorithm ?? defaults.algorithm
    return CertificateTemplate(
      name: name, validityDays: own?.days ?? terms.days ?? defaults.validityDays,
      algorithm: algorithm,
      minimumKey: own?.minimumKey ?? (isOfAuthority ? terms.minimumKey : nil))
  }
}
