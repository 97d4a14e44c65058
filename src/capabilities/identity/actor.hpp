// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who acts: an argument of every command, never a global.

#include "base/id.hpp"
#include "capabilities/identity/appointment.hpp"
#include "capabilities/identity/reader.hpp"
#include "capabilities/identity/role.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::identity {

struct SignInSession; ///< tag of Id<SignInSession>; a plain "session" is a meeting

/// A standing that holds today, and whether its State is a Member State (an observer State is not).
struct CurrentStanding {
    Standing standing;
    bool of_member_state = false;
};

class Actor {
  public:
    [[nodiscard]] static Actor visitor() { return Actor(); }
    /// The command line of the machine. It acts for nobody but the operator, and reads what the public reads.
    [[nodiscard]] static Actor operator_();
    /// Somebody signed in, with the standings that hold today.
    [[nodiscard]] static Actor signed_in(Id<Person> person, std::string name, std::string language,
                                         Id<SignInSession> session,
                                         std::span<const CurrentStanding> standings);

    [[nodiscard]] bool is_signed_in() const { return person_.is_known(); }
    [[nodiscard]] bool is_operator() const { return operator_here_; }
    [[nodiscard]] Id<Person> person() const { return person_; } ///< unknown for a visitor and the operator
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& language() const {
        return language_;
    } ///< "fr"; empty for who is not signed in
    [[nodiscard]] Id<SignInSession> session() const { return session_; }

    [[nodiscard]] const std::vector<Standing>& standings() const { return standings_; }
    /// In that role, for whichever body. `visitor` holds for all, `person` for who is signed in.
    [[nodiscard]] bool has(Role role) const;
    [[nodiscard]] bool has(Role role, const Body& body) const;
    [[nodiscard]] bool acts_for(const Body& body) const;
    [[nodiscard]] bool acts_for_state(std::string_view iso3) const;
    /// "state:FRA", "secretariat" ...; "operator" for the command line; none for a visitor. Each once.
    [[nodiscard]] std::vector<std::string> on_behalf() const;
    [[nodiscard]] const Reader& reader() const { return reader_; }

  private:
    Actor() = default;
    Id<Person> person_;
    std::string name_;
    std::string language_;
    Id<SignInSession> session_;
    bool operator_here_ = false;
    std::vector<Standing> standings_;
    Reader reader_;
};

} // namespace poa::identity
