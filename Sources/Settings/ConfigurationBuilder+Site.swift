extension ConfigurationBuilder {
    /// Where players ask for their removal; a link that could run a script is refused.
    mutating func contact(in site: SectionValues) -> String? {
        guard let contact = site.optionalText("contact") else { return nil }
        guard ["mailto:", "https:", "http:"].contains(where: contact.hasPrefix) else {
            report(
                .outOfRange, site, "contact", "is no address of a page or a mailbox",
                "Write it with mailto:, https: or http: before it")
            return nil
        }
        return contact
    }
}
