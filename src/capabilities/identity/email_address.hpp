// SPDX-License-Identifier: Apache-2.0
#pragma once
// An e-mail address as sign-in name.

#include "base/bytes.hpp"
#include "base/refusal.hpp"

#include <string>
#include <string_view>

namespace poa::identity {

class EmailAddress {
  public:
    /// Reads what a person typed. Two spellings of one mailbox have one canonical form: NFC, letters of the
    /// local part folded, the domain as RFC 5890 A-labels ("Ana@Exämple.org" and "ana@xn--exmple-cua.org" are
    /// one). Mail systems that tell "Ana" from "ana" are not served twice: the sign-in name would confuse
    /// people. Refuses (bad_input, field "email"): identity.email_malformed.
    [[nodiscard]] static Result<EmailAddress> parse(std::string_view text);
    [[nodiscard]] const std::string& canonical() const { return canonical_; }
    [[nodiscard]] std::string_view local_part() const { return std::string_view(canonical_).substr(0, at_); }
    /// What failures to sign in are counted under: the same work whether or not there is such an account.
    [[nodiscard]] Sha256 digest() const { return sha256(canonical_); }

  private:
    EmailAddress(std::string canonical, std::size_t at) : canonical_(std::move(canonical)), at_(at) {}
    std::string canonical_;
    std::size_t at_;
};

} // namespace poa::identity
