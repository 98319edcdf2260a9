/// How the mailbox is reached: servers, passwords, tokens, sockets. Start reading at [Account].
@NullMarked
package cz.okenko.connectors.email.access;

import org.jspecify.annotations.NullMarked;
