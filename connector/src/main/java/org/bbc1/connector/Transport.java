package org.bbc1.connector;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.concurrent.ThreadFactory;

/** The kinds of sockets Netty offers here: Linux's own where they load, Java's everywhere. */
enum Transport {
  EPOLL(EpollServerSocketChannel.class) {
    @Override
    EventLoopGroup newGroup(int threads, ThreadFactory factory) {
      return new EpollEventLoopGroup(threads, factory);
    }
  },
  NIO(NioServerSocketChannel.class) {
    @Override
    EventLoopGroup newGroup(int threads, ThreadFactory factory) {
      return new NioEventLoopGroup(threads, factory);
    }
  };

  private final Class<? extends ServerChannel> serverChannel;

  Transport(Class<? extends ServerChannel> serverChannel) {
    this.serverChannel = serverChannel;
  }

  abstract EventLoopGroup newGroup(int threads, ThreadFactory factory);

  Class<? extends ServerChannel> serverChannel() {
    return serverChannel;
  }

  static Transport fastest() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }
}
