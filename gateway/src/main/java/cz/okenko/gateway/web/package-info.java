/// What the server shows that belongs to no feature: pages, the search, health, metrics, and what
/// happens to a request that is wrong.
@NullMarked
package cz.okenko.gateway.web;

import org.jspecify.annotations.NullMarked;
