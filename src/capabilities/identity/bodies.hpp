// SPDX-License-Identifier: Apache-2.0
#pragma once
// What identity asks of those who keep the list of States and organisations.

#include "capabilities/identity/role.hpp"
#include "storage/database.hpp"

namespace poa::identity {

class Bodies {
  public:
    virtual ~Bodies() = default;
    /// There is such a State or organisation. The Chair and the secretariat are always there and are not
    /// asked for.
    [[nodiscard]] virtual bool is_known(storage::Session& session, const Body& body) const = 0;
    /// A Member State; not an observer State.
    [[nodiscard]] virtual bool is_member_state(storage::Session& session, const Body& body) const = 0;
};

} // namespace poa::identity
