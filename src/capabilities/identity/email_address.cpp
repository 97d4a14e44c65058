// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/email_address.hpp"

#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/unistr.h>

namespace poa::identity {
namespace {

// RFC 5321, 4.5.3.1: the most octets of a local part, a domain, and (RFC 3696 erratum 1690) an address.
constexpr std::size_t local_bytes_max = 64, domain_bytes_max = 253, address_bytes_max = 254;

std::string fold(std::string_view text) {
    icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
    std::string out;
    folded.foldCase().toUTF8String(out);
    return nfc(out);
}

/// The domain as A-labels, or empty where it is none.
std::string domain_form(std::string_view domain) {
    UErrorCode error = U_ZERO_ERROR;
    static const std::unique_ptr<const icu::IDNA> idna(icu::IDNA::createUTS46Instance(
        UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII,
        error));
    if (!idna) return {};
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    icu::IDNAInfo found;
    error = U_ZERO_ERROR;
    idna->nameToASCII_UTF8({domain.data(), static_cast<int>(domain.size())}, sink, found, error);
    if (U_FAILURE(error) || found.hasErrors() || out.size() > domain_bytes_max) return {};
    return out;
}

bool is_local_part(std::string_view text) {
    // Quoted local parts are legal and unused; their refusal keeps the form plain.
    return !text.empty() && text.size() <= local_bytes_max && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos &&
           text.find_first_of(" \t\r\n\"(),:;<>@[\\]") == std::string_view::npos;
}

} // namespace

Result<EmailAddress> EmailAddress::parse(std::string_view text) {
    Refusal malformed{Refusal::Kind::bad_input, {}};
    malformed.add_field("email", "identity.email_malformed");
    text = trim(text);
    std::size_t at = text.rfind('@');
    if (text.size() > address_bytes_max || at == std::string_view::npos || !is_plain_text(text))
        return refuse(std::move(malformed));
    std::string local = fold(text.substr(0, at)), domain = domain_form(text.substr(at + 1));
    if (!is_local_part(local) || domain.empty()) return refuse(std::move(malformed));
    std::size_t place = local.size();
    return EmailAddress(std::move(local) + '@' + domain, place);
}

} // namespace poa::identity
