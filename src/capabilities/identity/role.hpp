// SPDX-License-Identifier: Apache-2.0
#pragma once
// In what capacity somebody acts, and for which body. `all_roles` is the one place where roles are
// enumerated.

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::identity {

/// What a person may be in front of a command. The first two and `operator_` are standings that nobody is
/// appointed to; the others are held by appointment.
enum class Role {
    visitor = 0, ///< anybody, signed in or not
    person = 1,  ///< anybody signed in
    // for a State
    head_of_delegation = 2,
    delegate = 3,
    report_editor = 4,
    report_approver = 5,
    diplomatic_contact = 6,
    technical_contact = 7,
    // for an organisation
    representative = 8,
    // for the Chair
    chair = 9,
    chair_office = 10,
    // for the secretariat
    secretariat = 11,
    operator_ = 12, ///< the command line of the machine
};

/// `role::secretariat` reads better than `Role::secretariat` in tables.
namespace role {
using enum Role;
}

[[nodiscard]] std::span<const Role> all_roles();
[[nodiscard]] std::span<const Role> appointed_roles(); ///< those held by appointment
[[nodiscard]] std::string_view name_of(Role role);     ///< "head_of_delegation"; operator_ is "operator"
[[nodiscard]] std::optional<Role> parse_role(std::string_view name);

/// For whom somebody acts.
class Body {
  public:
    enum class Kind { state, organisation, chair, secretariat };
    [[nodiscard]] static Body state(std::string_view iso3); ///< three capital letters, else our mistake
    [[nodiscard]] static Body organisation(std::string_view slug); ///< a slug, else our mistake
    [[nodiscard]] static Body chair() { return Body(Kind::chair, {}); }
    [[nodiscard]] static Body secretariat() { return Body(Kind::secretariat, {}); }
    /// Reads what `text` writes: "state:FRA", "organisation:first-org", "chair", "secretariat". The form is
    /// checked, not whether there is such a State.
    [[nodiscard]] static std::optional<Body> parse(std::string_view text);

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] const std::string& code() const {
        return code_;
    }                                       ///< ISO 3166-1 alpha-3, or the slug; else empty
    [[nodiscard]] std::string text() const; ///< as the journal's `on_behalf` has it
    auto operator<=>(const Body&) const = default;

  private:
    Body(Kind kind, std::string_view code) : kind_(kind), code_(code) {}
    Kind kind_;
    std::string code_;
};

/// The kind of body a role is held for; nothing for roles that nobody is appointed to.
[[nodiscard]] std::optional<Body::Kind> body_kind_of(Role role);

} // namespace poa::identity
